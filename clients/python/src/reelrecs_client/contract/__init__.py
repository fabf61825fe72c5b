"""The messages of the contract, made by the build; nothing here is written by hand."""
