namespace Modellstadt.Kernel.Pages;

/// <summary>A page that other sites may show in a frame. It has no forms and nothing of whoever is signed in: there is nothing to be tricked into.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EmbeddableAttribute : Attribute;
