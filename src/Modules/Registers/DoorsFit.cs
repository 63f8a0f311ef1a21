using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Registers;

/// <summary>Refuses to start with a door to a register that cannot open, in a sentence that says what to set.</summary>
internal sealed class DoorsFit(IOptions<TownOptions> town) : IValidateOptions<RegistersOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RegistersOptions options)
    {
        string[] failures = [.. Failures("Registers:Residents", options.Residents), .. Failures("Registers:Vehicles", options.Vehicles)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(string section, RegisterDoorOptions door)
    {
        if (door.Source is RegisterSource.Demo && !town.Value.Demo)
            yield return $"{section}:Source is Demo, but Town:Demo is false: a real town has no made-up people. Set Files or Http.";
        if (door.Source is RegisterSource.Files && (door.Folder is null || !Directory.Exists(door.Folder)))
            yield return $"{section}:Source is Files, but {section}:Folder names no folder that exists. Set it to the folder in which the supplier leaves the exports.";
        if (door.Source is RegisterSource.Http && WhyNoServer(section, door) is { } failure)
            yield return failure;
    }

    private static string? WhyNoServer(string section, RegisterDoorOptions door)
    {
        if (door.Url is not { IsAbsoluteUri: true } url || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            return $"{section}:Source is Http, but {section}:Url is no https address. Only a server on this machine may be asked without TLS.";
        if ((door.TokenFile is null) == (door.ClientCertificate is null))
            return $"{section}:Source is Http: set either {section}:TokenFile or {section}:ClientCertificate with ClientKey, so that the server knows the town.";
        string?[] files = [door.TokenFile, door.ClientCertificate, door.ClientCertificate is null ? null : door.ClientKey ?? "ClientKey", door.TrustedRoot];
        return files.OfType<string>().FirstOrDefault(file => !File.Exists(file)) is { } missing ? $"{section}: the file {missing} does not exist." : null;
    }
}
