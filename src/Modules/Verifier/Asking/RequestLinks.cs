using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>
/// What a link or QR code says to a wallet: who asks, and where the signed question lies (OpenID4VP 1.0 §5.10); or the question itself,
/// where nobody signs it (§5.9.3 <c>redirect_uri</c>).
/// </summary>
internal sealed class RequestLinks(Questions questions, AccessCertificates certificates, IOptions<TownOptions> town)
{
    public string QueryFor(AskedPresentation presentation)
    {
        var prefix = StoredPolicy.PrefixIn(presentation.Policy);
        if (certificates.For(presentation.ExpiresAt).SignerFor(prefix) is not { } signer)
        {
            using var question = questions.Open(presentation);
            return question.Request.ToLinkParameters();
        }

        var requestUri = town.Value.At($"/verifier/requests/{presentation.WalletId}");
        return $"client_id={Uri.EscapeDataString(signer.ClientId)}&request_uri={Uri.EscapeDataString(requestUri)}&request_uri_method=post";
    }
}
