using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.RegisterEvents;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Writes what happens to an application and its permit into the unit of work that makes it happen, and the news of it into the outbox.</summary>
internal sealed class ApplicationJournal(AuditTrail trail, NewsOutbox news, TimeProvider time)
{
    private const string LaidBefore = "application-laid-before-clerk";
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The subject of an application in the audit trail.</summary>
    public static string SubjectOf(Guid application) => $"application/{application:D}";

    /// <summary>Adds an entry.</summary>
    public void Add(ParkingDb database, PermitApplication application, string actor, string action, string? detail = null)
    {
        trail.Add(database, actor, action, SubjectOf(application.Id), detail);
        news.Add(database, application, action);
    }

    /// <summary>Adds an entry about a permit; its holder is told, unless the holder has died.</summary>
    public void Add(ParkingDb database, Permit permit, string actor, string action, string detail, bool told = true)
    {
        trail.Add(database, actor, action, PermitSubject.Of(permit.Id), detail);
        if (told)
            news.Add(database, permit, action);
    }

    /// <summary>Adds an entry about a permit once; nobody is told, because nothing changes.</summary>
    public async Task NoteAsync(ParkingDb database, Permit permit, string action, string detail, CancellationToken cancellationToken)
    {
        var subject = PermitSubject.Of(permit.Id);
        if (!await database.Audit.AnyAsync(entry => entry.Subject == subject && entry.Action == action && entry.Detail == detail, cancellationToken))
            trail.Add(database, Actors.Program, action, subject, detail);
    }

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
        application.EnterOffice(time.GetUtcNow(), reason is AwaitsRelease or EventAwaitsRelease);
        trail.Add(database, Actors.Program, LaidBefore, SubjectOf(application.Id), reason.Type);
        // Nobody has applied for what a register told, and who returned a permit hears of its end.
        if (application is { Origin: not ApplicationOrigin.Register, Purpose: not ApplicationPurpose.Return })
            news.Add(database, application, LaidBefore);
    }

    /// <summary>A register is silent and is asked again later, or knows nobody by this key, which only a clerk can clear up.</summary>
    public void Wait(ParkingDb database, PermitApplication application, Refusal silence)
    {
        if (silence is OfficeDecides reason)
        {
            LayBefore(database, application, reason);
            return;
        }

        if (application.Attempts == 0)
            Add(database, application, Actors.Program, "application-waiting");
        application.Attempts++;
        var pause = ShortestPause * application.Attempts;
        application.NextAttemptAt = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
    }
}
