namespace Plus.Web;

internal static class Placeholder;
