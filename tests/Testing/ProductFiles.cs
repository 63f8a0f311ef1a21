namespace Modellstadt.Testing;

/// <summary>Files of the checkout itself.</summary>
public static class ProductFiles
{
    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = Find();

    /// <summary>The path of a file below the root, for example <c>data/fees.json</c>.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Modellstadt.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run below a checkout.");
    }
}
