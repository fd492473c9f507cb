using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Goldset.Data;

/// <summary>The database product behind a <see cref="Database"/>.</summary>
public enum Engine
{
    /// <summary>One embedded file in WAL mode.</summary>
    Sqlite,
    /// <summary>A PostgreSQL server, 13 or newer.</summary>
    Postgres,
}

/// <summary>
/// The one way to the database. Reads run on connections of their own and never wait for writers. On SQLite writes go through one
/// writer with two lanes; on PostgreSQL each is an ordinary transaction.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly string connectionString;
    private readonly NpgsqlDataSource? postgres;
    private readonly SqliteWriter? writer;
    private readonly PostgresLabelingWriter? labeling;

    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new TimestampHandler());
    }

    private Database(Engine engine, string connectionString, NpgsqlDataSource? postgres)
    {
        Engine = engine;
        this.connectionString = connectionString;
        this.postgres = postgres;
        Dialect = new SqlDialect(engine);
        if (postgres is null) writer = new SqliteWriter(this, connectionString);
        else labeling = new PostgresLabelingWriter(this, postgres);
    }

    /// <summary>Which product.</summary>
    public Engine Engine { get; }

    /// <summary>Where the two engines' SQL differs.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>
    /// Opens <paramref name="database"/>: a <c>postgres://</c> or <c>postgresql://</c> address, an Npgsql connection string
    /// (recognised by <c>Host=</c>), or the path of an SQLite file, whose folder must exist. The schema is not touched; see <see cref="Schema"/>.
    /// </summary>
    /// <exception cref="FormatException">The address cannot be read.</exception>
    public static Database Open(string database)
    {
        if (PostgresAddress.TryRead(database, out var address))
        {
            var postgres = new NpgsqlDataSourceBuilder(address);
            // All columns are of built-in types: asking the server for its others would be a good part of a start.
            postgres.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
            return new Database(Engine.Postgres, address, postgres.Build());
        }
        var sqlite = new SqliteConnectionStringBuilder
        {
            DataSource = database,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Cache = SqliteCacheMode.Private,
            Pooling = true,
            DefaultTimeout = 30,
        };
        return new Database(Engine.Sqlite, sqlite.ToString(), null);
    }

    /// <summary>An open connection for reading; dispose it.</summary>
    public async Task<DbConnection> ReadAsync(CancellationToken cancel)
    {
        if (postgres is not null) return await postgres.OpenConnectionAsync(cancel);
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    /// <summary>A context for reading through EF Core, over a connection of its own; dispose it.</summary>
    public GoldsetContext Context()
    {
        DbConnection connection = postgres is not null ? postgres.CreateConnection() : new SqliteConnection(connectionString);
        var context = Context(connection, owned: true);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return context;
    }

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction and commits it; an exception rolls everything back. On SQLite it holds the only
    /// writer meanwhile, so <paramref name="work"/> must not wait for anything but the database.
    /// </summary>
    public async Task<T> WriteAsync<T>(WriteLane lane, Func<WriteTransaction, Task<T>> work, CancellationToken cancel)
    {
        if (writer is not null) return await writer.WriteAsync(lane, work, cancel);
        if (lane == WriteLane.Labeling) return await labeling!.WriteAsync(work, cancel);
        await using var connection = await postgres!.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var write = new WriteTransaction(this, connection, transaction);
        var result = await work(write);
        // Once the work is done the commit is not given up half-way because a client went away.
        await transaction.CommitAsync(CancellationToken.None);
        write.Committed();
        return result;
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, without a result.</summary>
    public Task WriteAsync(WriteLane lane, Func<WriteTransaction, Task> work, CancellationToken cancel) =>
        WriteAsync(lane, async tx => { await work(tx); return true; }, cancel);

    internal GoldsetContext Context(DbConnection connection, bool owned) => Engine switch
    {
        Engine.Postgres => new PostgresGoldsetContext(new DbContextOptionsBuilder<PostgresGoldsetContext>()
            .UseNpgsql(connection, owned).UseSnakeCaseNamingConvention().Options),
        _ => new SqliteGoldsetContext(new DbContextOptionsBuilder<SqliteGoldsetContext>()
            .UseSqlite(connection, owned).UseSnakeCaseNamingConvention().Options),
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (writer is not null) await writer.DisposeAsync();
        if (labeling is not null) await labeling.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        if (Engine == Engine.Sqlite)
        {
            await using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private sealed class TimestampHandler : SqlMapper.TypeHandler<Timestamp>
    {
        public override Timestamp Parse(object value) => new(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, Timestamp value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Micros;
        }
    }
}

/// <summary>A write under way: its connection, its transaction and, when asked for, an EF Core context over both.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly Database database;
    private readonly DbConnection connection;
    private GoldsetContext? context;
    private List<Action>? afterCommit;

    internal WriteTransaction(Database database, DbConnection connection, DbTransaction transaction)
    {
        this.database = database;
        this.connection = connection;
        Transaction = transaction;
    }

    /// <summary>The writer's connection.</summary>
    public DbConnection Connection
    {
        get
        {
            // Whoever uses the connection itself would leave the statements out.
            if (StatementsBefore.Length > 0) connection.Execute(WithStatementsBefore(""), transaction: Transaction);
            return connection;
        }
    }

    /// <summary>Statements that travel with the first statement of the write; empty once they are sent.</summary>
    internal string StatementsBefore { get; set; } = "";

    /// <summary>The open transaction; give it to every command.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>Where the two engines' SQL differs.</summary>
    public SqlDialect Dialect => database.Dialect;

    /// <summary>A tracking context in this transaction.</summary>
    public GoldsetContext Context
    {
        get
        {
            if (context is null)
            {
                context = database.Context(Connection, owned: false);
                context.Database.UseTransaction(Transaction);
            }
            return context;
        }
    }

    /// <summary>Has <paramref name="action"/> run once the transaction is durable, and never otherwise.</summary>
    public void AfterCommit(Action action) => (afterCommit ??= []).Add(action);

    /// <summary>Runs a statement.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(WithStatementsBefore(sql), parameters, Transaction);

    /// <summary>Runs statements and reads the first row of the first one that returns rows.</summary>
    public Task<T?> QueryFirstOrDefaultAsync<T>(string sql, object? parameters = null) =>
        connection.QueryFirstOrDefaultAsync<T?>(WithStatementsBefore(sql), parameters, Transaction);

    /// <summary>Runs a query and collects its rows.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(WithStatementsBefore(sql), parameters, Transaction)).AsList();

    private string WithStatementsBefore(string sql)
    {
        if (StatementsBefore.Length > 0) sql = StatementsBefore + sql;
        StatementsBefore = "";
        return sql;
    }

    internal void Committed()
    {
        foreach (var action in afterCommit ?? []) action();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (context is not null) await context.DisposeAsync();
    }
}
