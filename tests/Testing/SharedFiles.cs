namespace Modellstadt.Testing;

/// <summary>
/// Third-party files that lie beside the checkout in <c>../shared</c> (test vectors, open data). They are not part of the
/// product: tests that need them say so when they are absent.
/// </summary>
public static class SharedFiles
{
    /// <summary>What a skipped test says.</summary>
    public const string Absent = "../shared is not beside this checkout (set MODELLSTADT_SHARED to its folder to run this test)";

    private static readonly string? Root = Find();

    /// <summary>True when the folder is there.</summary>
    public static bool Present => Root is not null;

    /// <summary>The path of a file or folder below <c>shared</c>, for example <c>vectors/sd-jwt/keys.json</c>.</summary>
    public static string PathOf(string relative) => Path.Combine(Root ?? throw new InvalidOperationException(Absent), relative);

    /// <summary>The text of a file below <c>shared</c>.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MODELLSTADT_SHARED") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "vectors");
            if (Directory.Exists(candidate))
                return Path.GetDirectoryName(candidate);
        }

        return null;
    }
}
