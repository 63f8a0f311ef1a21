using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Writes what happens to an application into the unit of work that makes it happen.</summary>
internal sealed class ApplicationJournal(RandomSource random, TimeProvider time)
{
    /// <summary>The actor of what a citizen does.</summary>
    public const string Citizen = "citizen";

    /// <summary>The actor of what the program does by itself.</summary>
    public const string Program = "system";

    /// <summary>Adds an entry.</summary>
    public void Add(ParkingDb database, PermitApplication application, string actor, string action, string? detail = null) =>
        Add(database, $"application/{application.Id:D}", actor, action, detail);

    /// <summary>Adds an entry about a permit.</summary>
    public void Add(ParkingDb database, Permit permit, string action, string detail) => Add(database, PermitSubject.Of(permit.Id), Program, action, detail);

    /// <summary>Ends an application.</summary>
    public void Refuse(ParkingDb database, PermitApplication application, Refusal refusal)
    {
        (application.State, application.Refusal) = (ApplicationState.Refused, StoredRefusal.Of(refusal).Write());
        application.ForgetSteps();
        Add(database, application, Program, "application-refused", refusal.Type);
    }

    private void Add(ParkingDb database, string subject, string actor, string action, string? detail) =>
        database.Audit.Add(new AuditEntry { Id = random.NewId(), At = time.GetUtcNow(), Actor = actor, Action = action, Subject = subject, Detail = detail });
}
