namespace Plus.Bench;

/// <summary>Why nothing can be measured, for whoever started the bench.</summary>
internal sealed class BenchException(string message) : Exception(message);
