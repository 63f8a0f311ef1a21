using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Storage;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Offers;

/// <summary>Checks the code that a person was told on another way; a few wrong ones end the offer (OpenID4VCI 1.0, section 13.6.3).</summary>
internal sealed class TransactionCodes(OfferSecrets secrets, IOptions<IssuerOptions> options)
{
    /// <summary>Null when the code is right, or none is needed and none was sent. A wrong one is counted, within the caller's transaction.</summary>
    public async Task<ProtocolError?> CheckAsync(IssuerDb database, OfferRow offer, string? sent)
    {
        var expected = secrets.Of(offer).TransactionCode;
        if (expected is null)
            return sent is null ? null : new ProtocolError(IssuanceErrors.InvalidRequest, "OpenID4VCI 1.0 §6.3", "This offer has no transaction code.");
        if (sent is null)
            return new ProtocolError(IssuanceErrors.InvalidRequest, "OpenID4VCI 1.0 §6.3", "The transaction code is missing.");
        return IsSame(expected, sent) ? null : await CountAsync(database, offer);
    }

    private async Task<ProtocolError> CountAsync(IssuerDb database, OfferRow offer)
    {
        await database.Database.ExecuteSqlAsync($"UPDATE offers SET transaction_code_tries = transaction_code_tries + 1 WHERE id = {offer.Id.ToString("D")}");
        return new ProtocolError(IssuanceErrors.InvalidGrant, "OpenID4VCI 1.0 §6.3, RFC 6749 §5.2", offer.TransactionCodeTries + 1 < options.Value.TransactionCodeTries
            ? "The transaction code is wrong."
            : "The transaction code was wrong too often; the offer has ended.");
    }

    private static bool IsSame(string expected, string sent) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(sent));
}
