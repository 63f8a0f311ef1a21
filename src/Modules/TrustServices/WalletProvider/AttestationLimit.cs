using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>Slows down whoever has too much attested.</summary>
internal sealed class AttestationLimit(IOptions<TrustServicesOptions> options) : NetworkLimit(options.Value.AttestationsPerMinute);
