namespace Modellstadt.Region.Visits;

/// <summary>Guests of a day who try out, on their own phones and with made-up names, what citizens do. Deleted with everything of it when it ends.</summary>
internal sealed class Visit
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Most guests of one visit.</summary>
    public const int MostGuests = 60;

    /// <summary>Identifier; the office chooses it, so that a form sent twice starts one visit.</summary>
    public required Guid Id { get; init; }

    /// <summary>What stands on the screen.</summary>
    public required string Name { get; init; }

    /// <summary>What guests scan or type, without the hyphen.</summary>
    public required string Code { get; init; }

    /// <summary>Of the secret in the address of the screen (<see cref="VisitSecrets"/>).</summary>
    public required string ScreenHash { get; init; }

    /// <summary>How many guests may come.</summary>
    public required int Places { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>From then on nothing of it counts; at the latest the end of the day it was started on.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}
