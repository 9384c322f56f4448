cmake_minimum_required(VERSION 3.25)
# Every source is as clang-format leaves it. cmake -DROOT=<source folder> -P format.cmake
find_program(CLANG_FORMAT NAMES clang-format clang-format-14 REQUIRED)
file(GLOB_RECURSE files ${ROOT}/app/*.h ${ROOT}/app/*.cpp ${ROOT}/db/*.h ${ROOT}/db/*.cpp ${ROOT}/ui/*.h
     ${ROOT}/ui/*.cpp ${ROOT}/tests/*.h ${ROOT}/tests/*.cpp)
execute_process(COMMAND ${CLANG_FORMAT} --dry-run --Werror ${files} RESULT_VARIABLE result ERROR_VARIABLE output)
if(result)
    string(SUBSTRING "${output}" 0 4000 output)
    message(FATAL_ERROR "run clang-format -i on these:\n${output}")
endif()
