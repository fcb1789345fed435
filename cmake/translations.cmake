# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles po/DOMAIN/LANGUAGE.po into share/locale beside the program, where it looks first, with a copy
# for `rebond check`, which wants to know what is fuzzy; and lays the pack beside it, so that a build
# tree has the shape of an installation.
find_program(MSGFMT msgfmt REQUIRED)

set(domains rebond interview)
set(domain_name_rebond rebond)
set(domain_name_interview rebond-interview)

set(catalogues "")
foreach(domain IN LISTS domains)
  file(GLOB po_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/po/${domain}/*.po)
  foreach(po IN LISTS po_files)
    get_filename_component(language ${po} NAME_WE)
    set(folder share/locale/${language}/LC_MESSAGES)
    set(name ${domain_name_${domain}})
    set(mo ${CMAKE_BINARY_DIR}/${folder}/${name}.mo)
    add_custom_command(OUTPUT ${mo}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/${folder}
      COMMAND ${MSGFMT} --check-format --check-header -o ${mo} ${po}
      COMMAND ${CMAKE_COMMAND} -E copy ${po} ${CMAKE_BINARY_DIR}/${folder}/${name}.po
      DEPENDS ${po} VERBATIM)
    set(installed ${CMAKE_INSTALL_LOCALEDIR}/${language}/LC_MESSAGES)
    install(FILES ${mo} DESTINATION ${installed})
    install(FILES ${po} DESTINATION ${installed} RENAME ${name}.po)
    list(APPEND catalogues ${mo})
  endforeach()
endforeach()
add_custom_target(translations ALL DEPENDS ${catalogues})

file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/rebond)
file(REAL_PATH ${CMAKE_BINARY_DIR}/share/rebond beside)
file(REAL_PATH ${CMAKE_SOURCE_DIR}/content content)
file(RELATIVE_PATH content ${beside} ${content}) # so that the whole can be moved
file(CREATE_LINK ${content} ${CMAKE_BINARY_DIR}/share/rebond/content SYMBOLIC)

# `cmake --build --preset release --target pot`: the program's messages into po/rebond/rebond.pot, from
# which a translation is begun or brought up to date (msgmerge). The pack's come from the program itself
# (rebond check --pot).
find_program(XGETTEXT xgettext REQUIRED)
set(pot ${CMAKE_SOURCE_DIR}/po/rebond/rebond.pot)
file(GLOB_RECURSE message_sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}
  ${CMAKE_SOURCE_DIR}/src/*.c ${CMAKE_SOURCE_DIR}/src/*.def)
list(SORT message_sources)
add_custom_target(pot
  COMMAND ${XGETTEXT} --from-code=UTF-8 --language=C --keyword --keyword=N_ --keyword=tr:2
    --keyword=tr_plural:2,3 --keyword=tr_count:2,3 --add-comments=TRANSLATORS --package-name=rebond
    --output=${pot} ${message_sources}
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR} VERBATIM)
