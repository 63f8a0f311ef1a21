using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>What a link or QR code says to a wallet: who asks, and where the signed question lies (OpenID4VP 1.0 §5.10).</summary>
internal sealed class RequestLinks(AccessCertificate certificate, IOptions<TownOptions> town)
{
    public string QueryFor(AskedPresentation presentation)
    {
        var requestUri = town.Value.At($"/verifier/requests/{presentation.WalletId}");
        return $"client_id={Uri.EscapeDataString(certificate.ClientId)}&request_uri={Uri.EscapeDataString(requestUri)}&request_uri_method=post";
    }
}
