using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Modellstadt.Kernel.Storage;

/// <summary>Names columns as the SQL scripts write them: <c>ValidUntil</c> is <c>valid_until</c>, the <c>Code</c> of a <c>Presentation</c> inside a row <c>presentation_code</c>.</summary>
internal static partial class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
            Apply(entity, prefix: "");
    }

    public static string Of(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    private static void Apply(IMutableTypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties())
            property.SetColumnName(prefix + Of(property.Name));
        foreach (var part in type.GetComplexProperties())
            Apply(part.ComplexType, $"{prefix}{Of(part.Name)}_");
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
