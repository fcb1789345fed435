# SPDX-License-Identifier: GPL-3.0-or-later
# Removes the files that MANIFEST lists, and the folders of the program's own that are empty then.
if(NOT EXISTS ${MANIFEST})
  message(FATAL_ERROR "nothing was installed from here: there is no ${MANIFEST}")
endif()
file(STRINGS ${MANIFEST} files)
set(folders "")
foreach(file IN LISTS files)
  file(REMOVE "$ENV{DESTDIR}${file}")
  get_filename_component(folder "$ENV{DESTDIR}${file}" DIRECTORY)
  while(folder MATCHES "/rebond(/|$)")
    list(APPEND folders ${folder})
    get_filename_component(folder ${folder} DIRECTORY)
  endwhile()
endforeach()
list(REMOVE_DUPLICATES folders)
list(SORT folders ORDER DESCENDING) # what is inside comes before what holds it
foreach(folder IN LISTS folders)
  execute_process(COMMAND rmdir "${folder}" ERROR_QUIET) # which refuses where something is left
endforeach()
list(LENGTH files count)
message(STATUS "${count} files removed; what you told is where PRIVACY.md says")
