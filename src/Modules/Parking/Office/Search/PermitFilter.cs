using System.Globalization;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Permits;

namespace Modellstadt.Parking.Office.Search;

/// <summary>Which permits a clerk wants to see. What is null does not matter.</summary>
/// <param name="Search">Plate or permit number.</param>
/// <param name="State">As the list shows it: a permit whose last day is over counts as expired.</param>
/// <param name="Zone">Zone on the permit.</param>
/// <param name="From">Last day on this day or later.</param>
/// <param name="Until">Last day on this day or earlier.</param>
internal sealed record PermitFilter(string? Search, PermitState? State, string? Zone, DateOnly? From, DateOnly? Until)
{
    private const int LongestText = 40;

    /// <summary>True when every permit is wanted.</summary>
    public bool IsEmpty => this is { Search: null, State: null, Zone: null, From: null, Until: null };

    /// <summary>Reads the fields of the form; what cannot be read counts as left empty.</summary>
    public static PermitFilter Read(string? search, string? state, string? zone, string? from, string? until) => new(
        Text(search), Enum.TryParse<PermitState>(state, out var wanted) && Enum.GetName(wanted) == state ? wanted : null, Text(zone), Day(from), Day(until));

    /// <summary>The address of a page of these permits.</summary>
    public string AddressOf(int page)
    {
        (string Name, string? Value)[] fields = [("search", Search), ("state", State?.ToString()), ("zone", Zone), ("from", Iso(From)), ("until", Iso(Until))];
        return string.Concat([$"/office?page={page}", .. fields.Where(field => field.Value is not null).Select(field => $"&{field.Name}={Uri.EscapeDataString(field.Value!)}")]);
    }

    /// <summary>The permits that fit; plate and number are not looked at.</summary>
    public IQueryable<Permit> Narrow(IQueryable<Permit> permits, DateOnly today)
    {
        if (Zone is not null)
            permits = permits.Where(permit => permit.Zone == Zone);
        if (From is { } from)
            permits = permits.Where(permit => permit.ValidUntil >= from);
        if (Until is { } until)
            permits = permits.Where(permit => permit.ValidUntil <= until);
        return State switch
        {
            null => permits,
            PermitState.Active or PermitState.Suspended => permits.Where(permit => permit.State == State && permit.ValidUntil >= today),
            PermitState.Expired => permits.Where(permit =>
                permit.State == PermitState.Expired || ((permit.State == PermitState.Active || permit.State == PermitState.Suspended) && permit.ValidUntil < today)),
            _ => permits.Where(permit => permit.State == State),
        };
    }

    /// <summary>The state as a clerk reads it on that day.</summary>
    public static PermitState Shown(Permit permit, DateOnly today) =>
        permit.State is PermitState.Active or PermitState.Suspended && permit.ValidUntil < today ? PermitState.Expired : permit.State;

    private static string? Text(string? text) => text?.Trim() is { Length: > 0 and <= LongestText } given ? given : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Iso(DateOnly? day) => day is { } given ? TownCalendar.Iso(given) : null;
}
