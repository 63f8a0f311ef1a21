using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Storage;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>Uses up the code of a presentation whose result somebody has stored: with it, the result leaves the database.</summary>
internal sealed class ForgetResult(GroupCommit<VerifierDb> writes)
{
    public Task ExecuteAsync(Guid id, CancellationToken cancellationToken) => writes.RunAsync(
        database => database.Presentations.Where(one => one.Id == id && one.State == AskedState.Received).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.State, AskedState.Redeemed).SetProperty(one => one.Result, (byte[]?)null), CancellationToken.None),
        cancellationToken);
}
