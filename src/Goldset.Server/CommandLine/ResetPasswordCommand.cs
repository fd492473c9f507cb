using System.CommandLine;
using Goldset.Data;
using Goldset.Data.Entities;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Goldset.Server.CommandLine;

/// <summary><c>goldset reset_password</c>: sets a user's password and ends the sessions begun with the old one.</summary>
internal static class ResetPasswordCommand
{
    public static Command Create(CommonOptions options)
    {
        var command = new Command("reset_password", "Set a user's password");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = await LocalServer.OpenAsync(options.Read(parsed), cancel);
            var email = options.Username(parsed) ?? Prompt.Text("Username: ") ?? "";
            var password = options.Password(parsed) ?? Prompt.Secret("New password:") ?? "";
            var refusal = await app.Services.GetRequiredService<Database>().WriteAsync(WriteLane.Interactive, tx =>
                SetAsync(tx, app.Services.GetRequiredService<IPasswordHasher<User>>(), email, password), cancel);
            Console.WriteLine(refusal ?? "Password successfully changed");
            return refusal is null ? 0 : 1;
        });
        return command;
    }

    /// <summary>Changes the password.</summary>
    /// <returns>Why not; null when it was changed.</returns>
    public static async Task<string?> SetAsync(WriteTransaction tx, IPasswordHasher<User> passwords, string email, string password)
    {
        if (await tx.Context.Users.FirstOrDefaultAsync(u => u.Email == email) is not { } user) return $"User with username {email} not found";
        if (password.Length == 0) return "Can not set empty password";
        if (user.PasswordHash.Length > 0 && passwords.VerifyHashedPassword(user, user.PasswordHash, password) != PasswordVerificationResult.Failed)
            return "Entered password is the same as current";
        user.PasswordHash = passwords.HashPassword(user, password);
        user.SessionEpoch++;
        await tx.Context.SaveChangesAsync();
        return null;
    }
}
