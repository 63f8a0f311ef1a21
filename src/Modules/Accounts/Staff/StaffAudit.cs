using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Accounts;

/// <summary>Writes down what happened to an account.</summary>
internal sealed class StaffAudit(RandomSource random, TimeProvider time)
{
    /// <summary>The management API acts for the town's own programs.</summary>
    public const string Management = "management";

    /// <summary>Something that the account's owner did.</summary>
    public AuditEntry ByOwner(StaffAccount account, string action, string? detail = null) => By($"staff/{account.Id}", account.Id, action, detail);

    /// <summary>Something that was done to the account.</summary>
    public AuditEntry By(string actor, Guid account, string action, string? detail = null) => new()
    {
        Id = random.NewId(), At = time.GetUtcNow(), Actor = actor, Action = action, Subject = $"staff/{account}", Detail = detail,
    };
}
