using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Letters;

/// <summary>Something that its holder or applicant wants to hear of.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="ApplicationId">The application that it is about; null when it is about a permit.</param>
/// <param name="PermitId">The permit that it is about; null when it is about an application.</param>
/// <param name="Path">Where in the portal it goes on; null for the usual place.</param>
internal sealed record PermitNews(NewsKind Kind, Guid? ApplicationId, Guid? PermitId, string? Path = null);

/// <summary>What happened.</summary>
internal enum NewsKind
{
    /// <summary>An application has arrived.</summary>
    Received,

    /// <summary>It waits for a clerk.</summary>
    WithOffice,

    /// <summary>The permit is granted.</summary>
    Granted,

    /// <summary>A provisional permit is granted.</summary>
    ProvisionallyGranted,

    /// <summary>A provisional permit has ended: its days are over, or the application was refused or taken back.</summary>
    ProvisionalEnded,

    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>The permit has a further term.</summary>
    Renewed,

    /// <summary>Plates or zone are others.</summary>
    Changed,

    /// <summary>The permit ends soon.</summary>
    EndsSoon,

    /// <summary>The permit has ended: returned, or by a register event.</summary>
    Ended,

    /// <summary>The office took it back.</summary>
    Revoked,

    /// <summary>The permit rests: the office or an unpaid fee wants it so.</summary>
    Suspended,

    /// <summary>A permit that rested counts again.</summary>
    TakenUp,

    /// <summary>A clerk has decided what comes back of the fee of a returned permit.</summary>
    RefundDecided,

    /// <summary>By the resident register the home lies in another zone.</summary>
    OtherZone,

    /// <summary>The fee was not paid in time.</summary>
    FeeOverdue,
}

/// <summary>Puts news into the outbox, in the unit of work that makes them happen.</summary>
internal sealed class NewsOutbox(Outbox<ParkingDb> outbox)
{
    /// <summary>Adds the news of an entry of the history; nothing when nobody wants to hear of that action.</summary>
    public void Add(ParkingDb database, PermitApplication application, string action)
    {
        if (KindOf(action) is { } kind)
            Add(database, new PermitNews(kind, application.Id, null));
    }

    /// <summary>Adds the news of an entry of a permit's history.</summary>
    public void Add(ParkingDb database, Permit permit, string action)
    {
        if (KindOf(action) is { } kind)
            Add(database, new PermitNews(kind, null, permit.Id));
    }

    /// <summary>Adds news that no entry of the history tells: a reminder.</summary>
    public void Add(ParkingDb database, PermitNews news) => outbox.Add(database, SendNews.MessageKind, news);

    /// <summary>What the actions of the history mean to the person whom they are about; null when nothing.</summary>
    public static NewsKind? KindOf(string action) => action switch
    {
        "application-confirmed" or "change-requested" => NewsKind.Received,
        "application-laid-before-clerk" => NewsKind.WithOffice,
        "permit-granted" => NewsKind.Granted,
        "permit-granted-provisionally" => NewsKind.ProvisionallyGranted,
        "provisional-permit-ended" => NewsKind.ProvisionalEnded,
        "application-refused" => NewsKind.Refused,
        "permit-renewed" => NewsKind.Renewed,
        "plates-changed" or "temporary-plate-added" or "zone-changed" => NewsKind.Changed,
        "permit-returned" or "permit-lapsed" => NewsKind.Ended,
        "permit-revoked" => NewsKind.Revoked,
        "permit-suspended" => NewsKind.Suspended,
        "permit-taken-up" => NewsKind.TakenUp,
        _ => null,
    };
}
