using Modellstadt.Testing;

namespace Modellstadt.Rules.Tests;

/// <summary>
/// Places that break a rule and are known to. The list stands in <c>known-exceptions.txt</c> (rule, tab, place); it may only
/// shrink: an entry that is not needed any more fails the test as well.
/// </summary>
internal static class KnownExceptions
{
    private static readonly ILookup<string, string> Listed = File.ReadLines(ProductFiles.PathOf("tests/Rules.Tests/known-exceptions.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t', 2))
        .ToLookup(parts => parts[0], parts => parts[1]);

    /// <summary>How many there are.</summary>
    public static int Count => Listed.Sum(rule => rule.Count());

    /// <summary>Compares what breaks a rule with what is known to break it.</summary>
    public static void AssertOnly(string rule, IEnumerable<string> offenders)
    {
        var found = offenders.ToHashSet();
        var known = Listed[rule].ToHashSet();
        Assert.True(found.IsSubsetOf(known), $"{rule} is broken by:\n  {string.Join("\n  ", found.Except(known).Order())}");
        Assert.True(known.IsSubsetOf(found), $"known-exceptions.txt still lists for {rule}, though it is mended:\n  {string.Join("\n  ", known.Except(found).Order())}");
    }
}
