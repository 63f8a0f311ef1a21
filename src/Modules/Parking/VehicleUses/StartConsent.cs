using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.CitizenId;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>
/// Asks the keeper's wallet: <c>POST /consent/{secret}</c>. The wallet shows the sentence word for word and signs its hash together
/// with the citizen ID (OpenID4VP 1.0, section 8.4): the consent comes from the keeper's own wallet and from nowhere else.
/// </summary>
internal sealed class StartConsent(Presentations presentations, IDbContextFactory<ParkingDb> databases, RandomSource random, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/consent/{secret}", RespondAsync).LimitBody(4096).RequireRateLimiting(Presentations.RateLimit).ExcludeFromDescription();

    /// <summary>A new question of that browser, stored.</summary>
    public async Task<Outcome<ConsentQuestion>> ExecuteAsync(string secret, bool withdraws, string browserSession, bool crossDevice, CancellationToken cancellationToken)
    {
        var hash = BrowserHashes.Of(secret);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.VehicleUses.AsNoTracking().SingleOrDefaultAsync(use => use.SecretHash == hash, cancellationToken) is not { } found)
            return new UseNotFound();
        if (!UseRules.Fits(found, withdraws))
            return new UseAnswered();

        var id = random.NewId();
        var statement = UseTexts.InBoth(texts => withdraws ? texts.WithdrawStatement(found.Plate, found.UserName) : texts.ConsentStatement(found.Plate, found.UserName));
        var question = new ConsentQuestion
        {
            Id = id,
            UseId = found.Id,
            Withdraws = withdraws,
            BrowserHash = BrowserHashes.Of(browserSession),
            CrossDevice = crossDevice,
            Presentation = await presentations.StartAsync(Draft(secret, id, statement, browserSession, crossDevice), cancellationToken),
            Statement = statement.German,
            CreatedAt = time.GetUtcNow(),
        };
        database.ConsentQuestions.Add(question);
        await database.SaveChangesAsync(cancellationToken);
        return question;
    }

    private static PresentationDraft Draft(string secret, Guid question, LocalizedText statement, string browserSession, bool crossDevice) => new(
        CitizenIds.QueryFor(CitizenIds.ReferenceClaim), UseTexts.InBoth(texts => texts.ConsentPurpose), $"{UseAddresses.Question(secret, question)}/answer", browserSession, crossDevice)
    {
        Policy = new AskingPolicy
        {
            Transactions = [Transaction.Create(TransactionType.Declaration.Name, [CitizenIds.QueryId], [new("statement_de", statement.German), new("statement_en", statement.English)])],
        },
    };

    private static async Task<IResult> RespondAsync(
        string secret, [FromForm] string? device, [FromForm] string? withdraws, HttpContext context, StartConsent start, BrowserSession session, IOptions<TownOptions> town)
    {
        var crossDevice = DeviceChoice.IsOther(device, context);
        var outcome = await start.ExecuteAsync(secret, withdraws == "true", session.GetOrStart(), crossDevice, context.RequestAborted);
        return outcome.Match<IResult>(
            question => new SeeOther(crossDevice ? UseAddresses.Question(secret, question.Id) : question.Presentation.WalletLink(town.Value, crossDevice: false)),
            refusal => context.Problem(refusal));
    }
}
