namespace Modellstadt.Testing;

/// <summary>The test re-expresses a module of the OpenID Foundation's conformance suite.</summary>
/// <param name="module">The module's class name, for example <c>VP1FinalVerifierHappyFlow</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class OidfAttribute(string module) : Attribute
{
    /// <summary>The module's class name.</summary>
    public string Module { get; } = module;
}
