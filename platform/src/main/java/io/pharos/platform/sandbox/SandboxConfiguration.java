package io.pharos.platform.sandbox;

import io.pharos.platform.sandbox.participants.ParticipantsConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Role sandbox. */
@Configuration(proxyBeanMethods = false)
@Import(ParticipantsConfiguration.class)
public class SandboxConfiguration {}
