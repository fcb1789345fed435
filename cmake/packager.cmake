# SPDX-License-Identifier: GPL-3.0-or-later
# Who answers for a package is who makes it: told as Debian's own tools are told (debchange(1)), else as git
# knows them, else whoever is at this machine. CPack reads this when it starts.
set(packager "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
if(NOT packager MATCHES "^[^ ].* <.+@.+>$")
  execute_process(COMMAND git var GIT_COMMITTER_IDENT WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
    OUTPUT_VARIABLE identity ERROR_QUIET)
  string(REGEX REPLACE ">.*" ">" packager "${identity}")
endif()
if(NOT packager)
  cmake_host_system_information(RESULT host QUERY FQDN)
  set(packager "Who packed it <root@${host}>")
endif()
set(CPACK_PACKAGE_CONTACT "${packager}")
