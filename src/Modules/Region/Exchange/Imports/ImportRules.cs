namespace Modellstadt.Region.Exchange.Imports;

/// <summary>What an import would do with an entry.</summary>
internal enum ImportEffect
{
    /// <summary>It is not known yet.</summary>
    New,

    /// <summary>It is known and says something else now.</summary>
    Changed,

    /// <summary>It was taken out here, and would come back.</summary>
    Returns,

    /// <summary>It stands here as it is.</summary>
    Same,

    /// <summary>It is not taken over.</summary>
    Refused,
}

/// <summary>An entry of a document beside what stands here.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Known">What stands here under its identifier; null when nothing does.</param>
/// <param name="Effect">What the import would do.</param>
/// <param name="Refusal">Why nothing; null when it is not refused.</param>
internal sealed record ImportLine(ReadEntry Entry, ForeignResult? Known, ImportEffect Effect, EntryRefusal? Refusal);

/// <summary>Decides about each entry of a document.</summary>
internal static class ImportRules
{
    /// <summary>A line for each entry.</summary>
    /// <param name="entries">What was read.</param>
    /// <param name="known">What stands here, by id.</param>
    /// <param name="towns">Hosts of this town and of those whose signed word is read: about their projects nobody else is believed.</param>
    public static IReadOnlyList<ImportLine> Decide(IReadOnlyList<ReadEntry> entries, IReadOnlyDictionary<string, ForeignResult> known, IReadOnlySet<string> towns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. entries.Select(entry => Decide(entry, entry.Result is { } result ? known.GetValueOrDefault(result.Id) : null, towns, seen))];
    }

    private static ImportLine Decide(ReadEntry entry, ForeignResult? known, IReadOnlySet<string> towns, HashSet<string> seen)
    {
        if (entry.Result is not { } result)
            return new(entry, null, ImportEffect.Refused, entry.Refusal);
        if (RefusalOf(result, known, towns, seen) is { } refusal)
            return new(entry, known, ImportEffect.Refused, refusal);
        return new(entry, known, known switch
        {
            null => ImportEffect.New,
            { Removed: not null } => ImportEffect.Returns,
            _ => known.Write() == result.Write() ? ImportEffect.Same : ImportEffect.Changed,
        }, null);
    }

    private static EntryRefusal? RefusalOf(ForeignResult result, ForeignResult? known, IReadOnlySet<string> towns, HashSet<string> seen)
    {
        if (towns.Contains(new Uri(result.Identifier).Host))
            return new(EntryFault.SpeaksForTown, result.Identifier);
        if (result.Page is { } page && towns.Contains(new Uri(page).Host))
            return new(EntryFault.SpeaksForTown, page);
        if (!seen.Add(result.Identifier))
            return new(EntryFault.Twice, result.Identifier);
        // Who was first keeps it, unless the place where it lies speaks itself.
        return known is not null && known.Origin != result.Origin && !result.IsOwnWord ? new(EntryFault.OtherSource, known.Origin) : null;
    }
}
