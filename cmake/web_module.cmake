# What every WebAssembly module for the browser is linked with. It is a JavaScript module (NAME.mjs) whose default export
# makes an instance. Nothing in it needs a policy beyond 'wasm-unsafe-eval'.
#
#   add_web_module(TARGET OUTPUT name ENVIRONMENT web[,worker,node] SOURCES files METHODS runtime methods USES libraries)
function(add_web_module target)
    cmake_parse_arguments(MODULE "" "OUTPUT;ENVIRONMENT" "SOURCES;METHODS;USES" ${ARGN})
    add_executable(${target} EXCLUDE_FROM_ALL ${MODULE_SOURCES})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${MODULE_OUTPUT} SUFFIX .mjs)
    target_link_libraries(${target} PRIVATE ${MODULE_USES})
    list(JOIN MODULE_METHODS "," methods)
    target_link_options(${target} PRIVATE
        --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=${MODULE_ENVIRONMENT} -sFILESYSTEM=0
        -sDYNAMIC_EXECUTION=0 -sSTRICT=1 -sAUTO_NATIVE_LIBRARIES=1 -sAUTO_JS_LIBRARIES=0 -sSUPPORT_LONGJMP=0 -sALLOW_MEMORY_GROWTH=1
        -sMALLOC=emmalloc -sSTACK_SIZE=256KB
        -sEXPORTED_FUNCTIONS=_malloc,_free -sEXPORTED_RUNTIME_METHODS=${methods}
        "-sINCOMING_MODULE_JS_API=[]"
        # LLVM inlines nothing more at link time, and Binaryen what is smaller inlined, until nothing shrinks any more.
        $<$<NOT:$<CONFIG:Debug>>:-Oz -Wl,-mllvm,-inline-threshold=-60 -sBINARYEN_EXTRA_PASSES=converge>)
endfunction()
