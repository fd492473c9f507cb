using Goldset.Data;
using Goldset.Server.Tests.Hosting;
using Goldset.Server.Tests.Replaying;
using Shouldly;

namespace Goldset.Server.Tests.Durability;

/// <summary>
/// An empty database is filled by a script that must equal the migrations. After a new migration run this class with
/// <c>GOLDSET_UPDATE_SCHEMA=1</c> in the environment and commit the files.
/// </summary>
public sealed class SchemaScriptTests
{
    [Theory, EachEngine]
    public async Task The_script_of_an_empty_database_is_that_of_all_migrations(Engine engine)
    {
        var expected = Schema.GenerateScript(engine);
        if (Environment.GetEnvironmentVariable("GOLDSET_UPDATE_SCHEMA") == "1")
            await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(Golden.CompatibilityPage)!, "..", "src", "Goldset.Data", "Migrations", $"Schema.{engine}.sql"), expected, TestContext.Current.CancellationToken);
        else
            Schema.Script(engine).ShouldBe(expected, $"Run the tests with GOLDSET_UPDATE_SCHEMA=1 to renew Schema.{engine}.sql");
    }
}
