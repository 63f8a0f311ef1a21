using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Modellstadt.Kernel.Storage;

/// <summary>Names columns as the SQL scripts write them: <c>ValidUntil</c> is <c>valid_until</c>.</summary>
internal static partial class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(Of(property.Name));
    }

    public static string Of(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
