using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.OpenId4Vc.Holder;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Testing;
using Modellstadt.Verifier.Redeeming;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Tests;

/// <summary>One answer, one result, one browser, two minutes.</summary>
public sealed class OnceTests
{
    private const string OtherSession = "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_many_answers_at_once_exactly_one_counts(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync();
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
        var attacker = new Attacker(town);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => attacker.AnswerAsync(request, attacker.Present(request))));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(7, replies.Count(reply => reply is { Status: HttpStatusCode.BadRequest, Error: PresentationErrors.InvalidRequest }));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_post_again_gets_the_same_reply(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(await town.AskAsync()))).Request;
        var attacker = new Attacker(town);
        var response = PresentationResponse.Encrypt(request, new() { ["card"] = new System.Text.Json.Nodes.JsonArray(attacker.Present(request)) }, town.Random.Fill);

        var first = await attacker.PostAsync(request, response);
        var again = await attacker.PostAsync(request, response);
        var result = await town.RedeemAsync(again.RedirectUri!);
        var late = await attacker.PostAsync(request, response);

        Assert.NotNull(first.RedirectUri);
        Assert.Equal(first, again);
        Assert.Null(result.Refusal);
        Assert.Equal(first, late);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_settled_stays_settled(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var shown = await town.AskAsync();
        var shownRequest = (await town.Wallet.OpenRequestAsync(town.LinkOf(shown))).Request;
        var refused = await town.AskAsync();
        var refusedRequest = (await town.Wallet.OpenRequestAsync(town.LinkOf(refused))).Request;
        var attacker = new Attacker(town);

        await attacker.AnswerAsync(shownRequest, attacker.Present(shownRequest));
        await town.Wallet.RefuseAsync(town.LinkOf(refused));
        var refusalAfter = await town.Wallet.PostAnswerAsync(shownRequest.ResponseUri, [KeyValuePair.Create("error", "access_denied"), KeyValuePair.Create("state", shownRequest.State!)]);
        var answerAfter = await attacker.AnswerAsync(refusedRequest, attacker.Present(refusedRequest));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (refusalAfter.Status, answerAfter.Status));
        Assert.Equal(PresentationState.Received, (await town.ProgressAsync(shown))!.State);
        Assert.Equal(PresentationState.Refused, (await town.ProgressAsync(refused))!.State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_result_is_there_until_it_was_stored_and_then_never_again(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync();
        var reply = await town.Wallet.PresentAsync(town.LinkOf(started));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => town.RedeemAsync(reply.RedirectUri!)));
        var beforeStoring = await town.ProgressAsync(started);
        await town.Presentations.ForgetAsync(started.Id, Cancellation);
        await town.Presentations.ForgetAsync(started.Id, Cancellation);

        // A process that dies between the two leaves a browser that can simply go on.
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal(PresentationState.Received, beforeStoring!.State);
        Assert.IsType<AnswerAlreadyUsed>((await town.RedeemAsync(reply.RedirectUri!)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task On_one_device_nobody_gets_the_code_but_through_the_wallet(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (shown, refused) = (await town.AskAsync(), await town.AskAsync());

        var reply = await town.Wallet.PresentAsync(town.LinkOf(shown));
        await town.Wallet.RefuseAsync(town.LinkOf(refused));

        Assert.Equal(new PresentationProgress(PresentationState.Received, null), await town.ProgressAsync(shown));
        Assert.Equal(new PresentationProgress(PresentationState.Refused, null), await town.ProgressAsync(refused));
        Assert.Null((await town.RedeemAsync(reply.RedirectUri!)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_code_in_another_browser_is_worth_nothing_and_spoils_nothing(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var reply = await town.Wallet.PresentAsync(town.LinkOf(await town.AskAsync()));

        Assert.IsType<OtherBrowser>((await town.RedeemAsync(reply.RedirectUri!, OtherSession)).Refusal);
        Assert.Null((await town.RedeemAsync(reply.RedirectUri!)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_code_is_recognized_for_its_own_question_in_its_own_browser_until_it_was_used(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var (started, other) = (await town.AskAsync(), await town.AskAsync());
        var code = (await town.Wallet.PresentAsync(town.LinkOf(started))).RedirectUri!.Split("response_code=")[1];
        Task<bool> IsAnswerAsync(Guid id, string? sent, string? session) => town.Presentations.IsAnswerAsync(id, sent, session, Cancellation);

        Assert.True(await IsAnswerAsync(started.Id, code, VerifyingTown.Session));
        Assert.False(await IsAnswerAsync(other.Id, code, VerifyingTown.Session));
        Assert.False(await IsAnswerAsync(Guid.Empty, code, VerifyingTown.Session));
        Assert.False(await IsAnswerAsync(started.Id, code, OtherSession));
        Assert.False(await IsAnswerAsync(started.Id, code, null));
        foreach (var guessed in new[] { null, "", "guessed", new string('x', 10_000) })
            Assert.False(await IsAnswerAsync(started.Id, guessed, VerifyingTown.Session));

        await town.Presentations.ForgetAsync(started.Id, Cancellation);
        Assert.False(await IsAnswerAsync(started.Id, code, VerifyingTown.Session));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_code_is_good_for_two_minutes(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var reply = await town.Wallet.PresentAsync(town.LinkOf(await town.AskAsync()));
        town.Time.Now += TimeSpan.FromMinutes(2);

        Assert.IsType<AnswerTooOld>((await town.RedeemAsync(reply.RedirectUri!)).Refusal);
        Assert.IsType<AnswerUnknown>((await town.RedeemAsync("?response_code=guessed")).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task After_two_minutes_a_question_is_over(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync();
        var request = (await town.Wallet.OpenRequestAsync(town.LinkOf(started))).Request;
        town.Time.Now += TimeSpan.FromMinutes(2);

        var reply = await town.Wallet.PresentAsync(request);
        using var question = await town.Client().GetAsync(request.ResponseUri.AbsoluteUri.Replace("/responses/", "/requests/", StringComparison.Ordinal), Cancellation);
        using var code = await town.Client().GetAsync($"/verifier/codes/{started.Code}", Cancellation);
        var progress = await town.ProgressAsync(started);

        Assert.Equal((HttpStatusCode.BadRequest, PresentationErrors.InvalidRequest), (reply.Status, reply.Error));
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.NotFound), (question.StatusCode, code.StatusCode));
        Assert.Equal(PresentationState.Expired, progress!.State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Only_the_browser_that_asked_learns_the_state(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync(crossDevice: true);
        await town.Wallet.PresentAsync(town.LinkOf(started));

        Assert.Null(await town.ProgressAsync(started, OtherSession));
        Assert.Equal(PresentationState.Received, (await town.ProgressAsync(started))!.State);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_wallets_no_is_told_in_plain_words(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var started = await town.AskAsync();

        var reply = await town.Wallet.RefuseAsync(town.LinkOf(started));

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var refusal = (await town.RedeemAsync(reply.RedirectUri!)).Refusal;
        Assert.IsType<WalletSaidNo>(refusal);
        Assert.Equal("Es wurde nichts gezeigt", refusal.In(Kernel.Texts.Language.German).Title);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Nothing_personal_stays_longer_than_it_is_needed(DatabaseKind kind)
    {
        await using var town = await VerifyingTown.StartAsync(await TestDatabase.CreateAsync(kind));
        var taken = await town.AskAsync();
        await town.RedeemAsync((await town.Wallet.PresentAsync(town.LinkOf(taken))).RedirectUri!);
        await town.Presentations.ForgetAsync(taken.Id, Cancellation);
        var left = await town.AskAsync();
        var leftRequest = (await town.Wallet.OpenRequestAsync(town.LinkOf(left))).Request;
        await new Attacker(town).AnswerAsync(leftRequest, new Attacker(town).Present(leftRequest));
        var forget = town.Services.GetRequiredService<ForgetPresentations>();

        Assert.Null((await ReadAsync(town, taken.Id))!.Result);
        var kept = (await ReadAsync(town, left.Id))!;
        Assert.Null(kept.EncryptionKey);
        Assert.Equal(-1, kept.Result.AsSpan().IndexOf("Erika"u8));

        town.Time.Now += TimeSpan.FromMinutes(2);
        await forget.RunRoundAsync(Cancellation);
        Assert.Null((await ReadAsync(town, left.Id))!.Result);

        town.Time.Now += TimeSpan.FromMinutes(15);
        await forget.RunRoundAsync(Cancellation);
        Assert.Null(await ReadAsync(town, left.Id));
    }

    private static async Task<AskedPresentation?> ReadAsync(VerifyingTown town, Guid id)
    {
        await using var database = await town.Services.GetRequiredService<IDbContextFactory<VerifierDb>>().CreateDbContextAsync(Cancellation);
        return await database.Presentations.AsNoTracking().SingleOrDefaultAsync(presentation => presentation.Id == id, Cancellation);
    }
}
