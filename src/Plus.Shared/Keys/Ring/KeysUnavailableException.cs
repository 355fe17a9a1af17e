namespace Plus.Shared.Keys.Ring;

/// <summary>A master key is needed and is not here; the message says where it was looked for and what to do.</summary>
public sealed class KeysUnavailableException(string message) : Exception(message);
