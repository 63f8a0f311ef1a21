using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.App.Hosting;

/// <summary>Keeps the keys of cookies and form tokens in the data folder: a restart signs nobody out.</summary>
internal sealed class CookieKeys(IOptions<StorageOptions> storage, ILoggerFactory logs) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) =>
        options.XmlRepository = new FileSystemXmlRepository(storage.Value.OpenFolder("keys", "cookies"), logs);
}
