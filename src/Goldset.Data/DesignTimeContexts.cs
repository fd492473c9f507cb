using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Goldset.Data;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteGoldsetContext -o Migrations/Sqlite</c>.</summary>
internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteGoldsetContext>
{
    public SqliteGoldsetContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteGoldsetContext>().UseSqlite("Data Source=:memory:").UseSnakeCaseNamingConvention().Options);
}

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresGoldsetContext -o Migrations/Postgres</c>.</summary>
internal sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresGoldsetContext>
{
    public PostgresGoldsetContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresGoldsetContext>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
