using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Tokens;

/// <summary>Turns a pre-authorized code into an access token, once (OpenID4VCI 1.0, section 6).</summary>
internal sealed class RedeemCode(
    GroupCommit<IssuerDb> writes, HostedIssuers issuers, OfferSecrets secrets, OfferClock clock, IOptions<IssuerOptions> options, RandomSource random)
{
    private const int MaxBody = 8 * 1024;

    // Not static: a compiled query belongs to the database of one server, and tests run several in one process.
    private readonly Func<IssuerDb, string, Task<OfferRow?>> findOffer =
        EF.CompileAsyncQuery((IssuerDb database, string hash) => database.Offers.AsNoTracking().SingleOrDefault(offer => offer.CodeHash == hash));

    /// <summary>An access token, or `invalid_grant`.</summary>
    public async Task<Checked<TokenResponse>> RedeemAsync(string slug, TokenRequest request, CancellationToken cancellationToken)
    {
        var token = random.NewSecret();
        var error = await writes.RunAsync(database => RedeemAsync(database, slug, request, AccessTokens.Hash(token)), cancellationToken);
        return error is null ? new TokenResponse(token, options.Value.TokenLifetime) : error;
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}/token", AnswerAsync).OpenToWallets().LimitBody(MaxBody).RequireRateLimiting(nameof(TokenLimit));

    private static async Task<IResult> AnswerAsync(string slug, RedeemCode redeem, HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return context.Refuse(new ProtocolError(IssuanceErrors.InvalidRequest, "RFC 6749 §4.5", "The body is not application/x-www-form-urlencoded."));
        if (await context.ReadBodyAsync(MaxBody) is not { } body)
            return context.TooLarge(IssuanceErrors.InvalidRequest);
        if (!TokenGrant.Parse(Encoding.UTF8.GetString(body), slug).TryGetValue(out var grant, out var error))
            return context.Refuse(error);
        if (grant is not TokenRequest request)
            return context.Refuse(new ProtocolError(IssuanceErrors.UnsupportedGrantType, "RFC 6749 §5.2", "Only the pre-authorized code grant is offered."));
        return (await redeem.RedeemAsync(slug, request, context.RequestAborted)).TryGetValue(out var response, out error)
            ? context.Answer(response.ToJson())
            : context.Refuse(error);
    }

    private async Task<ProtocolError?> RedeemAsync(IssuerDb database, string slug, TokenRequest request, string tokenHash)
    {
        var offer = await findOffer(database, secrets.Fingerprint(request.PreAuthorizedCode));
        if (offer is null || !clock.IsOpen(offer) || issuers.FindType(offer.ConfigurationId)?.IssuerSlug != slug)
            return Invalid("The code is unknown, was used or has expired.");

        var codes = secrets.Of(offer);
        if (codes.TransactionCode is null && request.TransactionCode is not null)
            return new ProtocolError(IssuanceErrors.InvalidRequest, "OpenID4VCI 1.0 §6.3", "This offer has no transaction code.");
        if (codes.TransactionCode is not null && request.TransactionCode is null)
            return new ProtocolError(IssuanceErrors.InvalidRequest, "OpenID4VCI 1.0 §6.3", "The transaction code is missing.");
        if (codes.TransactionCode is not null && !IsSame(codes.TransactionCode, request.TransactionCode!))
            return await CountWrongTryAsync(database, offer);

        var (id, now) = (offer.Id.ToString("D"), clock.Now.ToUnixTimeMilliseconds());
        var end = (clock.Now + options.Value.TokenLifetime).ToUnixTimeMilliseconds();
        // Another process may have been quicker since the offer was read, with the code or with a revocation: one of the two finds no row to change.
        var used = await database.Database.ExecuteSqlAsync(
            $"UPDATE offers SET code_used_at = {now} WHERE id = {id} AND generation = {offer.Generation} AND code_used_at IS NULL AND expires_at > {now}");
        if (used == 0)
            return Invalid("The code was used.");
        await database.Database.ExecuteSqlAsync($"INSERT INTO access_tokens (token_hash, offer_id, expires_at, batches) VALUES ({tokenHash}, {id}, {end}, 0)");
        return null;
    }

    private async Task<ProtocolError> CountWrongTryAsync(IssuerDb database, OfferRow offer)
    {
        await database.Database.ExecuteSqlAsync($"UPDATE offers SET transaction_code_tries = transaction_code_tries + 1 WHERE id = {offer.Id.ToString("D")}");
        return Invalid(offer.TransactionCodeTries + 1 < options.Value.TransactionCodeTries
            ? "The transaction code is wrong."
            : "The transaction code was wrong too often; the offer has ended.");
    }

    private static bool IsSame(string expected, string sent) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(sent));

    private static ProtocolError Invalid(string detail) => new(IssuanceErrors.InvalidGrant, "OpenID4VCI 1.0 §6.3, RFC 6749 §5.2", detail);
}
