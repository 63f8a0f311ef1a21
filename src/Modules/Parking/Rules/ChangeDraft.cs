using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Rules;

/// <summary>A clerk changes values of a draft: rules of one value, spaces of zones, notes. Each changed value takes the source that was named.</summary>
internal sealed class ChangeDraft(IDbContextFactory<ParkingDb> databases, TownRules rules, AuditTrail trail)
{
    /// <summary>Field of the notes, one a line.</summary>
    public const string NotesField = "clerk_notes";

    private const string SpacesPrefix = "spaces.";
    private const int ShortestSource = 3;
    private const int LongestShown = 60;

    /// <summary>Field of a zone's spaces.</summary>
    public static string SpacesField(string zone) => SpacesPrefix + zone;

    /// <summary>Stores the changes.</summary>
    /// <param name="number">The draft.</param>
    /// <param name="checksum">What the clerk had before them: refused when the draft was changed since.</param>
    /// <param name="values">Fields and their new texts.</param>
    /// <param name="source">Where the new values come from.</param>
    /// <param name="actor">Who changes; cannot put the draft in force any more.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public Task<Outcome<RuleBookVersion>> ExecuteAsync(
        int number, string? checksum, IReadOnlyDictionary<string, string> values, string? source, string actor, CancellationToken cancellationToken) =>
        EditAsync(number, checksum, source, actor, (book, stated) => Apply(book, values, stated), cancellationToken);

    /// <summary>Stores what an edit makes of a draft.</summary>
    /// <param name="number">The draft.</param>
    /// <param name="checksum">What the clerk had before them: refused when the draft was changed since.</param>
    /// <param name="source">Where the new values come from.</param>
    /// <param name="actor">Who changes; cannot put the draft in force any more.</param>
    /// <param name="edit">The changed book.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<RuleBookVersion>> EditAsync(
        int number, string? checksum, string? source, string actor, Func<RuleBook, Stated, Outcome<RuleBook>> edit, CancellationToken cancellationToken)
    {
        if (source?.Trim() is not { Length: >= ShortestSource and <= SimpleRule.LongestValue } stated)
            return new RuleValueNeedsSource();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.RuleBooks.SingleOrDefaultAsync(book => book.Ags == rules.Ags && book.Number == number, cancellationToken) is not { } version)
            return new RuleBookNotFound(number);
        if (!version.IsDraft)
            return new RuleBookInForce(number);
        if (version.Checksum != checksum)
            return new RuleBookChanged(number);
        if (!RuleBook.Read(version.Content, version.Ags).Succeeded(out var book, out var refusal)
            || !edit(book, new Stated(stated, book.Demo ? "demo" : "high")).Succeeded(out var changed, out refusal))
            return refusal;

        version.Change(changed.Write(), actor);
        trail.Add(database, actor, "rule-book-edited", DraftRuleBook.SubjectOf(number), version.Label);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new RuleBookChanged(number);
        }

        return version;
    }

    /// <summary>The book with the new values; a field whose text is unchanged keeps its source.</summary>
    private static Outcome<RuleBook> Apply(RuleBook book, IReadOnlyDictionary<string, string> values, Stated stated)
    {
        var given = book.Rules;
        var unusable = new List<string>();
        foreach (var rule in SimpleRule.All)
        {
            if (!values.TryGetValue(rule.Name, out var written) || written.Trim() == rule.Show(given))
                continue;
            if (written.Length <= SimpleRule.LongestValue && rule.Put(given, written.Trim(), stated) is { } changed)
                given = changed;
            else
                unusable.Add(rule.Name);
        }

        var zones = book.Zones.ToArray();
        foreach (var (position, zone) in book.Zones.Index())
        {
            if (!values.TryGetValue(SpacesField(zone.ZoneId), out var written) || written.Trim() == $"{zone.Spaces.Value}")
                continue;
            if (written.Trim().Length > 0 && !int.TryParse(written, out _))
                unusable.Add(SpacesField(zone.ZoneId));
            else
                zones[position] = zone with { Spaces = int.TryParse(written, out var spaces) ? stated.Value<int?>(spaces) : Facts.Sourced.NotFound<int?>() };
        }

        if (unusable is [var first, ..])
            return new RuleValueUnusable(first, values[first].Length > LongestShown ? values[first][..LongestShown] + "…" : values[first], unusable);
        var notes = values.TryGetValue(NotesField, out var text) ? text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [.. book.ClerkNotes];
        return book with { Rules = given, Zones = zones, ClerkNotes = notes };
    }
}
