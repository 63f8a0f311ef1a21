using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Modellstadt.Kernel.Storage;

/// <summary>The only place that knows the vendors of databases.</summary>
internal sealed class DatabaseChooser(IOptions<StorageOptions> options)
{
    private readonly StorageOptions storage = options.Value;

    public void Use(DbContextOptionsBuilder builder, string module)
    {
        if (storage.Kind is DatabaseKind.PostgreSql)
            builder.UseNpgsql(PostgreSql(module));
        else
            builder.UseSqlite(Sqlite(module)).AddInterceptors(SqliteSession.Instance);
    }

    private string PostgreSql(string module) =>
        new NpgsqlConnectionStringBuilder(storage.ConnectionString ?? throw new InvalidOperationException("Storage:ConnectionString is missing; PostgreSQL needs it."))
        {
            SearchPath = module,
        }.ConnectionString;

    private string Sqlite(string module) => $"Data Source={Path.Combine(storage.OpenFolder().FullName, module + ".db")};Default Timeout=30";
}
