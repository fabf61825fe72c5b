/*
 * The JVM's disassembler plug-in (-XX:+PrintAssembly, JMH's perfasm) on top of Capstone, for 64-bit
 * x86: as little as it takes. docs/roofline.md says how to build it and what it is for.
 */
#include <capstone/capstone.h>
#include <stdint.h>

typedef void *(*event_function)(void *, const char *, void *);
typedef int (*print_function)(void *, const char *, ...);

void *decode_instructions_virtual(uintptr_t start, uintptr_t end, unsigned char *code,
                                  uintptr_t length, event_function event, void *event_stream,
                                  print_function print, void *print_stream, const char *options,
                                  int newline) {
  (void)end;
  (void)options;
  csh handle;
  if (cs_open(CS_ARCH_X86, CS_MODE_64, &handle) != CS_ERR_OK) {
    return 0;
  }
  cs_option(handle, CS_OPT_SYNTAX, CS_OPT_SYNTAX_INTEL);
  cs_option(handle, CS_OPT_SKIPDATA, CS_OPT_ON);
  cs_insn *insn;
  size_t count = cs_disasm(handle, code, length, start, 0, &insn);
  for (size_t i = 0; i < count; i++) {
    event(event_stream, "insn", (void *)(uintptr_t)insn[i].address);
    print(print_stream, "%s\t%s", insn[i].mnemonic, insn[i].op_str);
    event(event_stream, "/insn", (void *)(uintptr_t)(insn[i].address + insn[i].size));
    if (newline) {
      print(print_stream, "\n");
    }
  }
  if (count > 0) {
    cs_free(insn, count);
  }
  cs_close(&handle);
  return 0;
}
