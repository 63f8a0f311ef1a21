using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Testing.Faults;

/// <summary>
/// A made-up person who wants an ID card, a citizen ID and a permit. Where the town is cut off in the middle of a step, the person
/// looks at the page again and does what it says, as people do.
/// </summary>
internal sealed class PersistentCitizen(RunningTown town, HeadlessBrowser browser, HeadlessWallet wallet, HttpClient management, Diary diary)
{
    private const int MostBeginnings = 20;
    private const int MostLooks = 300;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private enum Look
    {
        GoesOn,
        Over,
    }

    /// <summary>The whole way, to the permit or to the refusal of a second one.</summary>
    public async Task WalkAsync(string resident)
    {
        while (!await ReceiveIdCardAsync(resident))
        {
        }

        await FollowAsync("/citizen-id", "/citizen-id/requests");
        await FollowAsync("/permit", "/permit/applications");
        diary.EndJourney();
    }

    private async Task<bool> ReceiveIdCardAsync(string resident)
    {
        var offer = await Persistence.UntilAnsweredAsync(async () =>
        {
            using var answer = await management.PostAsJsonAsync("/management/v1/demo/id-card/offers", new JsonObject { ["resident_id"] = resident });
            return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
        });
        diary.Offers.Add((Guid)offer["id"]!);
        return await ReceiveAsync((string)offer["town_wallet_uri"]!);
    }

    /// <summary>From a start page to the end of a case.</summary>
    private async Task FollowAsync(string start, string action)
    {
        for (var beginning = 0; beginning < MostBeginnings; beginning++)
        {
            if (await FollowOnceAsync(start, action))
                return;
            diary.BeginAgain();
        }

        diary.Findings.Enqueue($"{start}: {MostBeginnings} beginnings came to no end");
    }

    private async Task<bool> FollowOnceAsync(string start, string action)
    {
        var begun = await Persistence.UntilAnsweredAsync(async () => await browser.SubmitAsync((await browser.OpenAsync(start)).Expect(HttpStatusCode.OK), action, ("device", "other")));
        var address = begun.Expect(HttpStatusCode.SeeOther).Location!;
        for (var look = 0; look < MostLooks; look++)
        {
            if (await LookAsync(address) is Look.Over)
                return true;
            await Task.Delay(Pause);
        }

        return false;
    }

    /// <summary>Looks at the page of a case and does what it says.</summary>
    private async Task<Look> LookAsync(string address)
    {
        var page = await Persistence.UntilAnsweredAsync(() => browser.OpenAsync(address));
        if (page.Status is HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError)
        {
            diary.Findings.Enqueue($"{address}: {(int)page.Status}");
            return Look.Over;
        }

        if (page.WalletLink(town.WalletUrl, "/receive") is { } offer)
            return await ReceiveAsync(offer) ? Look.Over : Look.GoesOn;
        if (page.WalletLink(town.WalletUrl, "/present") is { } question)
            return await AnswerAsync(question, page.PollingAddress!);
        if (page.HasForm($"{address}/confirmation"))
            return await ConfirmAsync(page, $"{address}/confirmation");
        if (page.HasForm($"{address}/offer"))
            return await ReceiveAgainAsync(page, $"{address}/offer");
        return page.Status is HttpStatusCode.OK && page.PollingAddress is not null ? Look.GoesOn : Look.Over;
    }

    /// <summary>Shows what is asked, and lets the waiting page go on.</summary>
    private async Task<Look> AnswerAsync(string question, string pollingAddress)
    {
        try
        {
            await wallet.PresentAsync(question);
        }
        catch (Exception cut) when (Persistence.IsCut(cut) || cut is HttpRequestException { StatusCode: HttpStatusCode.Gone })
        {
            // Perhaps the answer has arrived, perhaps not: the page knows.
        }

        var progress = await Persistence.UntilAnsweredAsync(() => browser.Http.GetFromJsonAsync<JsonObject>(pollingAddress));
        if ((string?)progress!["continue"] is { } onwards)
            await Persistence.UntilAnsweredAsync(() => browser.OpenAsync(onwards));
        return Look.GoesOn;
    }

    private async Task<Look> ConfirmAsync(HeadlessPage page, string action)
    {
        await Persistence.UntilAnsweredAsync(() => browser.SubmitAsync(page, action, ("vehicle", page.Preselected("vehicle")), ("months", page.Preselected("months"))));
        return Look.GoesOn;
    }

    /// <summary>The town says the card has been fetched, but its answer never arrived here.</summary>
    private async Task<Look> ReceiveAgainAsync(HeadlessPage page, string action)
    {
        var sent = await Persistence.UntilAnsweredAsync(() => browser.SubmitAsync(page, action, ("device", "same")));
        return await ReceiveAsync(sent.Expect(HttpStatusCode.SeeOther).Location!) ? Look.Over : Look.GoesOn;
    }

    /// <summary>False when the town was cut off before it had given a token: the page then has a new offer.</summary>
    private async Task<bool> ReceiveAsync(string link)
    {
        try
        {
            var offer = await wallet.OpenOfferAsync(link);
            var issuer = await wallet.ReadIssuerAsync(offer);
            await FetchAsync(issuer, offer, await wallet.FetchTokenAsync(issuer, offer));
            return true;
        }
        catch (Exception cut) when (Persistence.IsCut(cut) || cut is HttpRequestException { StatusCode: HttpStatusCode.NotFound })
        {
            return false;
        }
    }

    /// <summary>A token that was given stays good.</summary>
    private async Task FetchAsync(OfferingIssuer issuer, CredentialOfferObject offer, string token)
    {
        var copies = await Persistence.UntilAnsweredAsync(() => wallet.FetchCopiesAsync(issuer, offer.ConfigurationIds[0], token, issuer.Metadata.BatchSize));
        var claims = copies[0].Credential.Claims;
        var number = (string?)claims["permit_number"];
        diary.Batches.Enqueue(new ReceivedBatch(number, [.. copies.Select(copy => copy.Credential.Status!)]));
        if (number is not null)
            diary.Permits[number] = (string)claims["plate"]!;
    }
}
