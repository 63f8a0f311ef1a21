using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;

namespace Modellstadt.Accounts;

/// <summary>Writes down what happened to an account; the caller saves.</summary>
internal sealed class StaffAudit(AuditTrail trail)
{
    /// <summary>Something that the account's owner did.</summary>
    public void AddByOwner(AccountsDb database, StaffAccount account, string action, string? detail = null) =>
        trail.Add(database, Actors.Staff(account.Id), action, Subject(account.Id), detail);

    /// <summary>Something that a script did to the account.</summary>
    public void AddByManagement(AccountsDb database, Guid account, string action, string? detail = null) =>
        trail.Add(database, Actors.Management, action, Subject(account), detail);

    private static string Subject(Guid account) => $"staff/{account}";
}
