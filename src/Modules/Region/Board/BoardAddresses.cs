namespace Modellstadt.Region.Board;

/// <summary>Where the pages of the board are.</summary>
internal static class BoardAddresses
{
    /// <summary>Meetings and proposals, for all who have to do with them.</summary>
    public const string Start = "/office/board";

    /// <summary>The form for a meeting, and where it leads.</summary>
    public const string Plan = Start + "/meetings/new";

    /// <summary>The form for a proposal, and where it leads.</summary>
    public const string Propose = Start + "/proposals/new";

    /// <summary>What public meetings decided, for everybody.</summary>
    public const string Public = "/showroom/board";

    /// <summary>A meeting with its agenda.</summary>
    public static string Meeting(Guid id) => $"{Start}/meetings/{id:D}";

    /// <summary>The minutes of a meeting.</summary>
    public static string Minutes(Guid meeting) => $"{Meeting(meeting)}/minutes";

    /// <summary>The minutes for printing.</summary>
    public static string MinutesPdf(Guid meeting) => $"{Meeting(meeting)}/minutes.pdf";

    /// <summary>A proposal with everything about it.</summary>
    public static string Proposal(Guid id) => $"{Start}/proposals/{id:D}";

    /// <summary>What is done with a proposal: <c>change</c> (a form, too), <c>submission</c>, <c>decision</c>.</summary>
    public static string Proposal(Guid id, string deed) => $"{Proposal(id)}/{deed}";

    /// <summary>What is done with a proposal in a meeting: <c>opening</c>, <c>ballot</c>, <c>closing</c>, <c>deferral</c>.</summary>
    public static string Item(Guid meeting, Guid proposal, string deed) => $"{Meeting(meeting)}/proposals/{proposal:D}/{deed}";

    /// <summary>What is done with the minutes: <c>draft</c>, <c>correction</c>, <c>approval</c>.</summary>
    public static string Minutes(Guid meeting, string deed) => $"{Minutes(meeting)}/{deed}";
}
