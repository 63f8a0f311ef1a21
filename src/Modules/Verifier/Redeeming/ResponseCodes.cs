using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Redeeming;

/// <summary>The one-time codes with which a browser comes back for its answer (OpenID4VP 1.0 §13.3, §14.2).</summary>
internal sealed class ResponseCodes(VerifierSecrets secrets, IOptions<TownOptions> town)
{
    /// <summary>No code of ours is longer.</summary>
    public const int MaxLength = 100;

    public string Of(AskedPresentation presentation) => secrets.ResponseCodeOf(presentation.Id);

    /// <summary>The way back, relative to the portal.</summary>
    public string PathFor(AskedPresentation presentation) =>
        $"{presentation.ReturnPath}{(presentation.ReturnPath.Contains('?', StringComparison.Ordinal) ? '&' : '?')}response_code={Of(presentation)}";

    /// <summary>The way back for a wallet.</summary>
    public string AddressFor(AskedPresentation presentation) => town.Value.At(PathFor(presentation));
}
