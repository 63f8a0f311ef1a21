using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Offers a made-up person's ID card: <c>POST /demo-id-card/offers</c>.</summary>
internal sealed class OfferDemoIdCard(DemoPersons persons, CredentialOffers offers, Authorizations authorizations, RandomSource random)
{
    /// <summary>What the button for anybody eligible sends instead of a person.</summary>
    public const string AnybodyEligible = "anybody-eligible";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/demo-id-card/offers", RespondAsync).LimitBody(4096).ExcludeFromDescription();
        endpoints.MapGet("/demo-id-card/offers/{offer:guid}/state", PollAsync).ExcludeFromDescription();
    }

    /// <summary>A new offer, or with a key used before the same one again.</summary>
    public async Task<Outcome<DemoIdCardOffer>> ExecuteAsync(string? residentId, Guid? key, CancellationToken cancellationToken)
    {
        var person = residentId is AnybodyEligible ? persons.Any(DemoStory.Eligible, random) : persons.Find(new ResidentId(residentId ?? ""));
        if (person is null)
            return new ResidentUnknown();

        var used = key ?? random.NewId();
        var draft = new OfferDraft(DemoIdCardType.ConfigurationId, DemoIdCardType.Claims(person.Card), RenewDemoIdCard.SubjectOf(person), null, $"demo-id-card/{person.Id}/{used}");
        return new DemoIdCardOffer(person, used, await offers.CreateAsync(draft, cancellationToken));
    }

    /// <summary>For a wallet that asked through the authorization endpoint: the page that leads back to it. A repeated call says the same.</summary>
    private async Task<Outcome<string>> GrantAsync(string? residentId, Guid authorization, string? browserSession, CancellationToken cancellationToken)
    {
        if (!(await ExecuteAsync(residentId, authorization, cancellationToken)).Succeeded(out var offered, out var refusal))
            return refusal;
        return await authorizations.GrantAsync(authorization, browserSession, offered.Offer, cancellationToken) is { } back ? back : new RequestUnknown();
    }

    private static async Task<IResult> RespondAsync(
        [FromForm(Name = "resident_id")] string? residentId, [FromForm] string? device, [FromForm] Guid? authorization,
        HttpContext context, OfferDemoIdCard offer, BrowserSession session, IOptions<TownOptions> town)
    {
        if (authorization is { } waiting)
            return (await offer.GrantAsync(residentId, waiting, session.Existing, context.RequestAborted)).Match<IResult>(back => new SeeOther(back), context.Problem);
        var outcome = await offer.ExecuteAsync(residentId, key: null, context.RequestAborted);
        return outcome.Match<IResult>(
            offered => new SeeOther(DeviceChoice.IsOther(device, context) ? offered.Page : offered.Offer.WalletLink(town.Value).AbsoluteUri),
            context.Problem);
    }

    private static async Task<IResult> PollAsync(Guid offer, string person, Guid key, HttpContext context, CredentialOffers offers)
    {
        context.NeverStore();
        return await offers.ReadStateAsync(offer, context.RequestAborted) switch
        {
            null => Results.NotFound(),
            OfferState.Open => Results.Json(Progress.Waiting),
            _ => Results.Json(Progress.Done(DemoIdCardOffer.PageOf(offer, person, key))),
        };
    }
}

/// <summary>An ID card that waits for a wallet.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Key">What makes the same call give the same offer.</param>
/// <param name="Offer">The offer.</param>
internal sealed record DemoIdCardOffer(DemoPerson Person, Guid Key, CredentialOffer Offer)
{
    /// <summary>The page with its QR code.</summary>
    public string Page => PageOf(Offer.Id, Person.Id.Value, Key);

    /// <summary>The address that the page asks.</summary>
    public string Polling => $"/demo-id-card/offers/{Offer.Id}/state?person={Person.Id}&key={Key}";

    public static string PageOf(Guid offer, string person, Guid key) => $"/demo-id-card/offers/{offer}?person={Uri.EscapeDataString(person)}&key={key}";
}
