using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Goldset.Data;
using Goldset.Server.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Goldset.Server.Accounts;

/// <summary>
/// Personal access tokens: a long-lived refresh JWT that the client exchanges for access JWTs of five minutes. HS256, claims
/// <c>token_type</c>, <c>exp</c>, <c>iat</c>, <c>jti</c>, <c>user_id</c>.
/// </summary>
public sealed class PersonalTokens(ServerSecret secret, TimeProvider clock)
{
    private static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(365 * 200);

    private readonly SymmetricSecurityKey key = new(SHA256.HashData(Encoding.UTF8.GetBytes("jwt:" + secret.Value)));
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>A checked token.</summary>
    public sealed record Claims(string Type, string Jti, long UserId);

    /// <summary>Makes a refresh token.</summary>
    public (string Token, string Jti, Timestamp Expires) CreateRefresh(long userId) => Create("refresh", userId, RefreshLifetime);

    /// <summary>Makes an access token.</summary>
    public string CreateAccess(long userId) => Create("access", userId, AccessLifetime).Token;

    /// <summary>Checks signature and lifetime.</summary>
    /// <returns>The claims, or the reason why not: <c>Token is invalid</c>, <c>Token is expired</c>.</returns>
    public async Task<(Claims? Claims, string? Refusal)> ReadAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.Zero,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        });
        if (!result.IsValid)
            return (null, result.Exception is SecurityTokenInvalidLifetimeException ? "Token is expired" : "Token is invalid");
        var jwt = (JsonWebToken)result.SecurityToken;
        return jwt.TryGetPayloadValue("token_type", out string? type) && jwt.TryGetPayloadValue("jti", out string? jti) &&
            jwt.TryGetClaim("user_id", out var user) && long.TryParse(user.Value, out var userId)
            ? (new Claims(type!, jti!, userId), null)
            : (null, "Token is invalid");
    }

    /// <summary>The token without its signature, as it is stored and listed.</summary>
    public static string Truncate(string token) => string.Join('.', token.Split('.').Take(2));

    private (string Token, string Jti, Timestamp Expires) Create(string type, long userId, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow();
        var jti = Guid.NewGuid().ToString("N");
        var token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new Claim("token_type", type), new Claim("jti", jti),
                new Claim("user_id", userId.ToString(System.Globalization.CultureInfo.InvariantCulture), ClaimValueTypes.String)]),
            IssuedAt = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return (token, jti, Timestamp.From(now + lifetime));
    }
}
