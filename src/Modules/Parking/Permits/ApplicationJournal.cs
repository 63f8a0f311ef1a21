using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Writes what happens to an application and its permit into the unit of work that makes it happen.</summary>
internal sealed class ApplicationJournal(AuditTrail trail, TimeProvider time)
{
    /// <summary>The subject of an application in the audit trail.</summary>
    public static string SubjectOf(Guid application) => $"application/{application:D}";

    /// <summary>Adds an entry.</summary>
    public void Add(ParkingDb database, PermitApplication application, string actor, string action, string? detail = null) =>
        trail.Add(database, actor, action, SubjectOf(application.Id), detail);

    /// <summary>Adds an entry about a permit.</summary>
    public void Add(ParkingDb database, Permit permit, string actor, string action, string detail) =>
        trail.Add(database, actor, action, PermitSubject.Of(permit.Id), detail);

    /// <summary>Ends an application.</summary>
    public void Refuse(ParkingDb database, PermitApplication application, Refusal refusal, string actor = Actors.Program)
    {
        (application.State, application.Refusal) = (ApplicationState.Refused, StoredRefusal.Of(refusal).Write());
        application.ForgetSteps();
        Add(database, application, actor, "application-refused", refusal.Type);
    }

    /// <summary>Lays an application before a clerk.</summary>
    public void LayBefore(ParkingDb database, PermitApplication application, OfficeDecides reason)
    {
        application.Refusal = StoredRefusal.Of(reason).Write();
        application.EnterOffice(time.GetUtcNow(), reason is AwaitsRelease);
        Add(database, application, Actors.Program, "application-laid-before-clerk", reason.Type);
    }
}
