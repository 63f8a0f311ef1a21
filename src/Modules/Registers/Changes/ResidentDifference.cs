namespace Modellstadt.Registers;

/// <summary>What happened to a person between two exports of the resident register.</summary>
internal static class ResidentDifference
{
    /// <summary>The changes; none for who is new.</summary>
    /// <param name="before">The person in the export before; null when not there.</param>
    /// <param name="then">The day of that export: a move that was announced then happens when its day comes.</param>
    /// <param name="after">The person in this export; null when not there any more, which counts as having left.</param>
    /// <param name="today">The day of this export.</param>
    /// <param name="ags">The town.</param>
    /// <param name="ids">Identifiers of the changes.</param>
    public static IEnumerable<RegisterChange> Between(Resident? before, DateOnly then, Resident? after, DateOnly today, string ags, ChangeIds ids)
    {
        if (before is null || before.Deceased)
            yield break;

        var id = before.Id;
        if (after?.Deceased is true)
            yield return new RegisterChange.Died(ids.Of<RegisterChange.Died>(id), id, today);
        else if (Move(before, then, after, today, ags, ids) is { } move)
            yield return move;
        if (after is null)
            yield break;

        if (after.Name != before.Name)
            yield return new RegisterChange.NameChanged(ids.Of<RegisterChange.NameChanged>(id), id, today);
        if (after.Blocked && !before.Blocked)
            yield return new RegisterChange.Blocked(ids.Of<RegisterChange.Blocked>(id), id, today);
        if (before.Blocked && !after.Blocked)
            yield return new RegisterChange.Unblocked(ids.Of<RegisterChange.Unblocked>(id), id, today);
    }

    private static RegisterChange? Move(Resident before, DateOnly then, Resident? after, DateOnly today, string ags, ChangeIds ids)
    {
        var (old, now) = (Homes(before, then, ags), after is null ? [] : Homes(after, today, ags));
        if (old.Count == 0)
            return null;
        if (now.Count == 0)
            return new RegisterChange.MovedAway(ids.Of<RegisterChange.MovedAway>(before.Id), before.Id, LastDay(after, today, ags));

        var places = old.Select(home => (home.Kind, home.Address)).ToHashSet();
        return places.SetEquals(now.Select(home => (home.Kind, home.Address)))
            ? null
            : new RegisterChange.MovedWithin(ids.Of<RegisterChange.MovedWithin>(before.Id), before.Id, now.Max(home => home.Since));
    }

    private static List<Residence> Homes(Resident person, DateOnly day, string ags) => [.. person.Residences.Where(home => home.Address.Ags == ags && home.IsCurrentOn(day))];

    private static DateOnly LastDay(Resident? after, DateOnly today, string ags) =>
        after?.Residences.Where(home => home.Address.Ags == ags && home.Until <= today).Max(home => home.Until) ?? today;
}
