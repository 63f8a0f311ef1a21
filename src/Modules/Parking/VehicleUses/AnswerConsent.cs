using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.CitizenId;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>The keeper's browser comes back from the wallet: <c>GET /consent/{secret}/questions/{id}/answer?response_code=…</c>.</summary>
internal sealed class AnswerConsent(
    IDbContextFactory<ParkingDb> databases, Presentations presentations, ShownCitizenIds shown, IVehicleRegister vehicles, SettleUse settle)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/consent/{secret}/questions/{id:guid}/answer", RespondAsync).ExcludeFromDescription();

    /// <summary>Takes the wallet's answer of this browser's question once; anything else changes nothing.</summary>
    public async Task ExecuteAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var question = await database.ConsentQuestions.SingleOrDefaultAsync(question => question.Id == id, cancellationToken);
        if (question is not { Refusal: null } || !question.BelongsTo(browserSession)
            || !await presentations.IsAnswerAsync(question.Presentation.Id, responseCode, browserSession, cancellationToken))
            return;

        var use = await database.VehicleUses.SingleAsync(use => use.Id == question.UseId, cancellationToken);
        if (await RefuseAsync(use, question, responseCode!, browserSession!) is { } refusal)
            question.Refusal = StoredRefusal.Of(refusal).Write();
        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // The same answer came twice, by a click too many: whoever was first has stored what follows.
        }

        await presentations.ForgetAsync(question.Presentation.Id, CancellationToken.None);
    }

    /// <summary>Why the answer does not count; null when it was carried out.</summary>
    private async Task<Refusal?> RefuseAsync(VehicleUse use, ConsentQuestion question, string responseCode, string browserSession)
    {
        var redeemed = await shown.RedeemAsync(responseCode, browserSession, AssuranceLevel.Substantial, CancellationToken.None);
        if (!redeemed.Succeeded(out var keeper, out var refusal))
            return refusal;
        var person = keeper.Resident;
        if (question.Withdraws)
            return person.Value == use.KeeperId ? await settle.WithdrawAsync(use.Id, CancellationToken.None) : new NotTheKeeper(use.Plate);

        var kept = await vehicles.FindByPlateAsync(use.Plate, CancellationToken.None);
        return UseRules.WhyNotKeeper(kept, person, use) ?? await settle.ConsentAsync(use.Id, person, question.Statement, CancellationToken.None);
    }

    private static async Task<IResult> RespondAsync(string secret, Guid id, HttpContext context, AnswerConsent answer, BrowserSession session)
    {
        await answer.ExecuteAsync(id, context.Request.Query["response_code"], session.Existing, context.RequestAborted);
        return new SeeOther(UseAddresses.Question(secret, id));
    }
}
