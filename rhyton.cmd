@echo off
rem Starts Rhyton's command line: "rhyton --help" lists the commands. The first start builds it.
rem
rem   JAVA_HOME                     the JDK to use, 17 or newer; otherwise the java on the PATH
rem   JAVA_OPTS, RHYTON_JAVA_OPTS   further options for the Java virtual machine, such as -Xmx4g
rem   TF_CPP_MIN_LOG_LEVEL          how much TensorFlow's native library says: 0 all .. 3 (default) only fatal errors
setlocal DisableDelayedExpansion
set "RHYTON_APP=%~dp0cli\target\app"

rem Java: found, and new enough. The file "release" of a JDK tells its version without starting it.
if not defined JAVA_HOME goto java_on_path
set "RHYTON_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%RHYTON_JAVA%" goto java_found
>&2 echo rhyton: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it.
exit /b 1
:java_on_path
set "RHYTON_JAVA="
for %%i in (java.exe) do set "RHYTON_JAVA=%%~$PATH:i"
if defined RHYTON_JAVA goto java_found
>&2 echo rhyton: no java found. Install a JDK 17 or newer and set JAVA_HOME to it, or put its bin folder on the PATH.
exit /b 1
:java_found
for %%i in ("%RHYTON_JAVA%") do set "RHYTON_JDK=%%~dpi.."
set "RHYTON_VERSION=17"
if not exist "%RHYTON_JDK%\release" goto java_new_enough
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%RHYTON_JDK%\release"') do for /f "delims=.-+" %%m in ("%%~v") do set "RHYTON_VERSION=%%m"
if %RHYTON_VERSION% geq 17 goto java_new_enough
>&2 echo rhyton: needs Java 17 or newer. "%RHYTON_JAVA%" is Java %RHYTON_VERSION%: set JAVA_HOME to a newer one.
exit /b 1
:java_new_enough

if exist "%RHYTON_APP%\rhyton.jar" goto built
if not defined JAVA_HOME set "JAVA_HOME=%RHYTON_JDK%"
>&2 echo rhyton: building on first use. This downloads about 300 MB once and takes a few minutes ...
pushd "%~dp0"
call mvnw.cmd -B -q -ntp -Dmaven.test.skip=true -Dmaven.compiler.failOnWarning=false package <nul >&2
popd
if exist "%RHYTON_APP%\rhyton.jar" goto now_built
>&2 echo rhyton: the build failed, for the reason above. It needs the network once; start rhyton again to repeat it.
exit /b 1
:now_built
>&2 echo rhyton: built.
:built

set "RHYTON_MAIN=rhyton.cli.Main"
set RHYTON_ARGS=%*
if "%~1"=="demo" set "RHYTON_MAIN=rhyton.samples.Demo" & goto drop_one
if "%~1"=="bench" set "RHYTON_MAIN=rhyton.benchmarks.Bench" & goto drop_one
if not "%~1"=="sample" goto start
if not "%~2"=="" if exist "%~dp0samples\src\main\java\rhyton\samples\%~2.java" goto sample
>&2 echo Usage: rhyton sample NAME [ARGUMENTS]. NAME is one of:
for %%f in ("%~dp0samples\src\main\java\rhyton\samples\*.java") do if not "%%~nf"=="package-info" >&2 echo   %%~nf
exit /b 2
:sample
set "RHYTON_MAIN=rhyton.samples.%~2"
set "RHYTON_ARGS="
for /f "tokens=2,* delims= " %%a in ("%*") do set RHYTON_ARGS=%%b
goto start
:drop_one
set "RHYTON_ARGS="
for /f "tokens=1,* delims= " %%a in ("%*") do set RHYTON_ARGS=%%b

:start
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=3"
rem The class archive is used if it fits this JVM and silently left alone if not. The option that
rem JDKs before 23 do not know keeps newer ones from warning about access to native memory.
"%RHYTON_JAVA%" ^
  -Xshare:auto "-XX:SharedArchiveFile=%RHYTON_APP%\rhyton.jsa" -Xlog:disable ^
  --enable-native-access=ALL-UNNAMED ^
  -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow ^
  %JAVA_OPTS% %RHYTON_JAVA_OPTS% ^
  -cp "%RHYTON_APP%\rhyton.jar" %RHYTON_MAIN% %RHYTON_ARGS%
exit /b %ERRORLEVEL%
