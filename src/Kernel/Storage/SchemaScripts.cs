using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Modellstadt.Kernel.Storage;

/// <summary>One numbered SQL script of a module.</summary>
internal sealed record SchemaScript(string Name, string Sql)
{
    /// <summary>SHA-256 of the text: a script that has been applied must not change.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}

/// <summary>Reads the scripts that a module embeds below <c>Storage/Sql/{dialect}</c>, the kernel's own tables first.</summary>
internal static class SchemaScripts
{
    public static IEnumerable<SchemaScript> Of(Assembly module, DatabaseKind kind) =>
        Embedded(typeof(SchemaScripts).Assembly, kind).Concat(Embedded(module, kind));

    private static IEnumerable<SchemaScript> Embedded(Assembly assembly, DatabaseKind kind)
    {
        var prefix = $"Sql/{kind}/";
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SchemaScript(name[prefix.Length..], Text(assembly, name)));
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
