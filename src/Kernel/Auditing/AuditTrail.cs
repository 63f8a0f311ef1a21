using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Kernel.Auditing;

/// <summary>Writes down who did what, in the unit of work that does it.</summary>
public sealed class AuditTrail(RandomSource random, TimeProvider time)
{
    /// <summary>Adds an entry; it is stored when <paramref name="database"/> is saved.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="actor">Who, one of <see cref="Actors"/>.</param>
    /// <param name="action">What, a verb phrase in kebab case.</param>
    /// <param name="subject">To what: <c>permit/…</c>.</param>
    /// <param name="detail">Facts behind it; null when the action says it all.</param>
    public void Add(ModuleDb database, string actor, string action, string subject, string? detail = null) =>
        database.Audit.Add(new AuditEntry { Id = random.NewId(), At = time.GetUtcNow(), Actor = actor, Action = action, Subject = subject, Detail = detail });
}
