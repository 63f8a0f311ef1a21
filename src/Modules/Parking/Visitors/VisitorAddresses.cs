namespace Modellstadt.Parking.Visitors;

/// <summary>Where visitor tickets live.</summary>
internal static class VisitorAddresses
{
    /// <summary>The holder's page.</summary>
    public const string Mine = "/permit/mine/visitors";

    /// <summary>Where the holder's form leads.</summary>
    public const string Tickets = "/permit/mine/visitors/tickets";

    /// <summary>Where the holder ends a ticket, or takes an unused one back.</summary>
    public const string Endings = "/permit/mine/visitors/endings";

    /// <summary>In the address of a page: the name of the refusal that it shows.</summary>
    public const string Refused = "refused";

    /// <summary>The visitor's page.</summary>
    public static string Visit(string secret) => $"/visit/{secret}";

    /// <summary>Where the visitor's form leads.</summary>
    public static string VisitStart(string secret) => $"{Visit(secret)}/start";
}
