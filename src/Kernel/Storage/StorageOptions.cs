using System.ComponentModel.DataAnnotations;

namespace Modellstadt.Kernel.Storage;

/// <summary>Where data rests. Configuration section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>SQLite (a file per module, default) or PostgreSQL (a schema per module).</summary>
    public DatabaseKind Kind { get; set; } = DatabaseKind.Sqlite;

    /// <summary>Folder for SQLite files and keys. Default: <c>.modellstadt</c> below the working folder.</summary>
    [Required]
    public string DataDirectory { get; set; } = ".modellstadt";

    /// <summary>Npgsql connection string; needed for PostgreSQL only.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The data folder, or one below it. What is missing of it is made for its owner only: no other user of the machine reads about persons.</summary>
    /// <param name="names">The folders on the way down.</param>
    public DirectoryInfo OpenFolder(params IEnumerable<string> names)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(Path.GetFullPath(DataDirectory), OwnerOnly);
        foreach (var name in names)
            folder = Directory.CreateDirectory(Path.Combine(folder.FullName, name), OwnerOnly);
        return folder;
    }
}

/// <summary>The databases we support; every storage test runs on both.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite 3 in write-ahead mode.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer.</summary>
    PostgreSql,
}
