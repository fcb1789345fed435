# SPDX-License-Identifier: GPL-3.0-or-later
# What makes a fault of memory stop the program rather than serve somebody: in optimised builds, unless
# the sanitizers or fuzzers do more. What a compiler does not know is left out; of _FORTIFY_SOURCE the C
# library takes the level that it can.
include(CheckCCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

check_pie_supported(LANGUAGES C)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT REBOND_SANITIZE AND NOT REBOND_FUZZ)
  set(optimised $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
  target_compile_options(rebond_flags INTERFACE
    $<${optimised}:-U_FORTIFY_SOURCE> $<${optimised}:-D_FORTIFY_SOURCE=3>)
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER knows${flag} known)
    check_c_compiler_flag(${flag} ${known})
    if(${known})
      target_compile_options(rebond_flags INTERFACE $<${optimised}:${flag}>)
    endif()
  endforeach()
  foreach(flag IN ITEMS -Wl,-z,relro -Wl,-z,now)
    string(MAKE_C_IDENTIFIER knows${flag} known)
    check_linker_flag(C ${flag} ${known})
    if(${known})
      target_link_options(rebond_flags INTERFACE $<${optimised}:${flag}>)
    endif()
  endforeach()
endif()
