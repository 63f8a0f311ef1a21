using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Wallets.Web;

/// <summary>Slows down whoever registers many wallets.</summary>
internal sealed class RegistrationLimit(IOptions<WalletsOptions> options) : NetworkLimit(options.Value.RegistrationsPerMinute);

/// <summary>Slows down whoever calls too often.</summary>
internal sealed class CallLimit(IOptions<WalletsOptions> options) : NetworkLimit(options.Value.CallsPerMinute);

/// <summary>Slows down whoever looks for other people's lists.</summary>
internal sealed class LocatorLimit(IOptions<WalletsOptions> options) : NetworkLimit(options.Value.LocatorsPerMinute);
